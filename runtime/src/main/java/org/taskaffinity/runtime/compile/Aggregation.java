package org.taskaffinity.runtime.compile;

import java.util.List;
import java.util.stream.Collectors;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.compile.Architecture.Input;
import org.taskaffinity.runtime.compile.Architecture.Layer;

/**
 * What a layer of the encoder does in addition to normalising: how rows, atoms or characters meet.
 *
 * <p>Whatever differs between kinds is a method here or a case of {@link #fold}, so that a new kind
 * does not compile before every place has decided on it.
 */
public sealed interface Aggregation {

  /** What an atom or a character reads of the others, as mini-batches hold it. */
  enum Reads {
    /** Its own features alone. */
    OWN,
    /** Its neighbours by degree: Â = D^−½ (A + I) D^−½. */
    NORMALISED,
    /** The sum over itself and its neighbours: A + I. */
    SUMMED,
    /** A list of itself and its neighbours. */
    LISTED,
    /** The characters in a window around it. */
    WINDOWS
  }

  /**
   * How much longer than its products a kind takes, where nothing could be tried: it gathers too.
   *
   * @param step in a step
   * @param capture in a capture, where gathering is done backward for every task
   */
  record Effort(double step, double capture) {
    static final Effort OF_PRODUCTS = new Effort(1, 1);
  }

  /** One answer per kind; a new one stops every undecided place from compiling. */
  <R> R fold(Cases<R> cases);

  /**
   * One answer per kind.
   *
   * @param <R> the answer
   */
  interface Cases<R> {
    R alone(Alone mixing);

    R convolution(Convolution mixing);

    R attention(Attention mixing);

    R isomorphism(Isomorphism mixing);

    R windows(Windows mixing);
  }

  /** What a row of data is. */
  Input input();

  /** What is read of the others. */
  Reads reads();

  /**
   * One layer before pooling.
   *
   * @param name what its tensors are called
   * @param in features it reads
   * @param width as the experiment names it
   * @param norm what normalises it
   * @param last whether it is the last one before pooling
   */
  Layer layer(String name, int in, int width, Norm norm, boolean last);

  /** Numbers that each input becomes before the first layer; 0 where there is no embedding. */
  default int embedding() {
    return 0;
  }

  /** Characters of the widest window; 0 where there is none. */
  default int widest() {
    return 0;
  }

  /** Numbers of a link's own dropout mask; 0 for none. */
  default int linkMasks() {
    return 0;
  }

  /** How it is named behind the widths in a plan, such as {@code , attention of 4}. */
  default String words() {
    return "";
  }

  /** What it costs in addition to its products. */
  default Effort effort() {
    return Effort.OF_PRODUCTS;
  }

  /** Each row by itself: XW + b. */
  record Alone() implements Aggregation {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.alone(this);
    }

    @Override
    public Input input() {
      return Input.ROWS;
    }

    @Override
    public Reads reads() {
      return Reads.OWN;
    }

    @Override
    public Layer layer(String name, int in, int width, Norm norm, boolean last) {
      return new Layer(name, in, width, false, Architecture.affine(in, width));
    }
  }

  /** Atoms with their neighbours, by degree: ÂXW + b (Kipf and Welling 2017). */
  record Convolution() implements Aggregation {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.convolution(this);
    }

    @Override
    public Input input() {
      return Input.GRAPH;
    }

    @Override
    public Reads reads() {
      return Reads.NORMALISED;
    }

    @Override
    public Layer layer(String name, int in, int width, Norm norm, boolean last) {
      return new Layer(name, in, width, true, Architecture.affine(in, width));
    }
  }

  /**
   * Atoms with their neighbours, by attention (Veličković et al. 2018).
   *
   * @param heads side by side, but in the last layer, where their mean is taken
   */
  record Attention(int heads) implements Aggregation {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.attention(this);
    }

    @Override
    public Input input() {
      return Input.GRAPH;
    }

    @Override
    public Reads reads() {
      return Reads.LISTED;
    }

    @Override
    public Layer layer(String name, int in, int width, Norm norm, boolean last) {
      int wide = last ? heads * width : width;
      return new Layer(name, in, width, true, in * wide + 2 * wide + width);
    }

    @Override
    public int linkMasks() {
      return heads;
    }

    @Override
    public String words() {
      return ", attention of " + heads;
    }

    @Override
    public Effort effort() {
      return new Effort(1.8, 4);
    }
  }

  /** The sum of an atom and its neighbours through two affine layers (Xu et al. 2019). */
  record Isomorphism() implements Aggregation {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.isomorphism(this);
    }

    @Override
    public Input input() {
      return Input.GRAPH;
    }

    @Override
    public Reads reads() {
      return Reads.SUMMED;
    }

    @Override
    public Layer layer(String name, int in, int width, Norm norm, boolean last) {
      int inner = Architecture.affine(in, width) + Architecture.scales(norm, width);
      return new Layer(name, in, width, true, inner + Architecture.affine(width, width));
    }

    @Override
    public String words() {
      return ", sums through two layers";
    }
  }

  /**
   * Windows of characters.
   *
   * @param kernels characters a window holds, odd; side by side in every layer
   * @param embedding numbers a character becomes first
   */
  record Windows(List<Integer> kernels, int embedding) implements Aggregation {
    public Windows {
      kernels = List.copyOf(kernels);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.windows(this);
    }

    @Override
    public Input input() {
      return Input.TEXT;
    }

    @Override
    public Reads reads() {
      return Reads.WINDOWS;
    }

    @Override
    public Layer layer(String name, int in, int width, Norm norm, boolean last) {
      int weights = kernels.stream().mapToInt(k -> Architecture.affine(k * in, width)).sum();
      return new Layer(name, in, width * kernels.size(), true, weights);
    }

    @Override
    public String words() {
      return kernels.stream()
          .map(String::valueOf)
          .collect(Collectors.joining(", ", ", kernels ", ""));
    }

    @Override
    public int widest() {
      return kernels.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }
  }

  /** What goes with an input where nothing else is said. */
  static Aggregation of(Input input) {
    return switch (input) {
      case GRAPH -> new Convolution();
      case ROWS -> new Alone();
      case TEXT -> new Windows(List.of(3, 5, 7), 64);
    };
  }
}
