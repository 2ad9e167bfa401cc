package org.taskaffinity.runtime.chem;

import java.util.Arrays;
import java.util.List;

/**
 * The substituents by name and SMILES, as text: whoever reads an assembly that was kept need not
 * wait for a chemistry library to start.
 */
final class Substituents {
  static final String[] WRITTEN = {
    "fluoro F",
    "chloro Cl",
    "bromo Br",
    "hydroxy O",
    "methoxy OC",
    "amino N",
    "nitro [NH+](=O)[O-]",
    "cyano C#N",
    "trifluoromethyl C(F)(F)F",
    "carboxy C(=O)O",
    "carbamoyl C(=O)N",
    "methylsulfonyl S(=O)(=O)C"
  };

  static final List<String> NAMES = Arrays.stream(WRITTEN).map(each -> each.split(" ")[0]).toList();

  private Substituents() {}
}
