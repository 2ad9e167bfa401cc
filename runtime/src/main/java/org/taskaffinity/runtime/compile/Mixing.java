package org.taskaffinity.runtime.compile;

import java.util.List;

/** What a layer of the encoder does beside normalising: how rows, atoms or characters meet. */
public sealed interface Mixing {

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

  /** Each row by itself: XW + b. */
  record Alone() implements Mixing {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.alone(this);
    }
  }

  /** Atoms with their neighbours, by degree: ÂXW + b (Kipf and Welling 2017). */
  record Convolution() implements Mixing {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.convolution(this);
    }
  }

  /**
   * Atoms with their neighbours, by attention (Veličković et al. 2018).
   *
   * @param heads side by side, but in the last layer, where their mean is taken
   */
  record Attention(int heads) implements Mixing {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.attention(this);
    }
  }

  /** The sum of an atom and its neighbours through two affine layers (Xu et al. 2019). */
  record Isomorphism() implements Mixing {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.isomorphism(this);
    }
  }

  /**
   * Windows of characters.
   *
   * @param kernels characters a window holds, odd; side by side in every layer
   * @param embedding numbers a character becomes first
   */
  record Windows(List<Integer> kernels, int embedding) implements Mixing {
    public Windows {
      kernels = List.copyOf(kernels);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.windows(this);
    }

    /** Characters of the widest window. */
    public int widest() {
      return kernels.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }
  }

  /** What goes with an input where nothing else is said. */
  static Mixing of(Architecture.Input input) {
    return switch (input) {
      case GRAPH -> new Convolution();
      case ROWS -> new Alone();
      case TEXT -> new Windows(List.of(3, 5, 7), 64);
    };
  }
}
