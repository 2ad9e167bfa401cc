package org.taskaffinity.runtime.encoder;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.data.Table;

/**
 * Everything in which one kind of encoder differs from another: what it reads of a table, its
 * sizes, the tensors of a mini-batch, its layers, its cost, its words in a plan, and whether the
 * engine in Java trains it.
 *
 * <p>A kind is a value: it holds the settings of the description that only this kind has. Nothing
 * here has a default, so that a new kind decides on every point. Kinds over graphs share {@link
 * GraphKind}. A plan asks for sizes and words only, and makes no tensor.
 */
public interface EncoderKind {
  /** The verb of the language, such as {@code gat}. */
  String verb();

  /** What a row of data is. */
  InputForm input();

  /**
   * What it reads of a table.
   *
   * @param training rows that train, from which averages are taken
   * @throws org.taskaffinity.dsl.PlanException if the table does not hold what it needs
   */
  TableInputs inputs(Table table, int[] training);

  /** Numbers that each input becomes before the first layer; 0 where there is no embedding. */
  int embedding();

  /**
   * One layer before the projection.
   *
   * @param name what its tensors are called
   * @param in features it reads
   * @param width as the experiment names it
   * @param norm what normalises it
   * @param last whether it is the last one before pooling
   */
  LayerSizes layer(String name, int in, int width, Norm norm, boolean last);

  /** Whether units are dropped after each layer; otherwise only after pooling. */
  boolean dropsEveryLayer();

  /** Memory for one mini-batch. */
  EncoderBatch batch(Inputs inputs, Masking masking);

  /** Builds one layer before the projection. */
  Stage stage(StageContext context);

  /**
   * Dropout and pooling of the last layer before the projection, in the kind's order.
   *
   * @param x [N, out]
   * @param mask of the layer's units, null where nothing is dropped
   * @return [B, out]
   */
  NDArray pooled(NDArray x, NDArray mask, Features features);

  /** Its part of a plan behind the widths, such as {@code , attention of 4}; may be empty. */
  String words();

  /** What it costs in addition to the products of its weights. */
  Effort effort();

  /** What the engine in Java reads of the inputs; empty where that engine lacks this kind. */
  Optional<ArrayWriter> arrays(Inputs inputs);
}
