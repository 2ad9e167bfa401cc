package org.taskaffinity.runtime.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import org.taskaffinity.runtime.tensor.Slab;
import org.taskaffinity.runtime.tensor.Torch;

/** Graphs whose neighbours are added up by a matrix: the inputs are ÂX. */
final class AdjacencyBatch extends GraphBatch {
  private final AdjacencyWriter writer;
  private final GraphSource source;
  private final Slab edges = new Slab();
  private final Slab edgeWeights = new Slab();
  private int edgeCount;

  AdjacencyBatch(GraphSource source, AdjacencyWriter.Weights weights) {
    super(source);
    this.source = source;
    writer = new AdjacencyWriter(source, weights);
  }

  @Override
  protected void write(FloatBuffer inputs) {
    edgeCount = count() + 2 * bonds();
    LongBuffer places = edges.longs(2 * edgeCount);
    FloatBuffer weights = edgeWeights.floats(edgeCount);
    int first = 0;
    int edge = 0;
    for (int row : rows()) {
      inputs.put(writer.aggregated(row), 0, source.atoms(row) * source.featureCount());
      edge = writer.entries(row, first, edge, edgeCount, places, weights);
      first += source.atoms(row);
    }
  }

  /** Only layers' outputs are dropped. */
  @Override
  public void drawMasks(long step) {}

  @Override
  public Structure structure(NDManager manager, DataType type, boolean masked) {
    NDArray indices = edges.indices(manager, 2, edgeCount);
    NDArray weights = edgeWeights.tensor(manager, type, edgeCount);
    NDArray matrix = Torch.sparse(indices, weights, new Shape(count(), count()));
    return new Adjacency(matrix, pool(manager, type));
  }
}
