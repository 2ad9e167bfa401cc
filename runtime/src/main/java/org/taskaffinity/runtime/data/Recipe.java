package org.taskaffinity.runtime.data;

import java.util.List;
import java.util.Map;
import org.taskaffinity.dsl.TaskType;

/**
 * How a data set of the catalogue is made of its files.
 *
 * @param form what the files are to one another
 * @param names of columns that are called otherwise in the data set, by their names in the file
 * @param found the type of tasks where the catalogue leaves them to the file
 */
record Recipe(Form form, Map<String, String> names, TaskType found) {
  static final Recipe PLAIN =
      new Recipe(new Form.Table(List.of()), Map.of(), TaskType.CLASSIFICATION);

  Recipe {
    names = Map.copyOf(names);
  }

  /** What the files are to one another. */
  sealed interface Form {
    /**
     * One table.
     *
     * @param without columns that are left out
     */
    record Table(List<String> without) implements Form {}

    /** One table; rows without a label of the tasks are left out. */
    record Labelled() implements Form {}

    /**
     * Tables with rows of one kind, the later ones below the first, and the columns that all have.
     *
     * @param id column that names a row; of rows with one name the first stays
     */
    record Stacked(String id) implements Form {}

    /**
     * Ligands and proteins as JSON objects, whose order is that of the rows and columns of a third
     * file of numbers.
     *
     * @param asPK whether a number x in nM becomes 9 − log₁₀ x
     */
    record Matrix(boolean asPK) implements Form {}

    /**
     * The molecules of one data set that another measured too.
     *
     * @param base the data set whose rows these are
     * @param others with one task each, whose values are looked up by canonical SMILES; of several
     *     rows of a molecule the first counts. A row that none of them knows is left out.
     */
    record Joined(String base, List<String> others) implements Form {}
  }
}
