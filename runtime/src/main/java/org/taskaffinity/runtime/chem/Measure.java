package org.taskaffinity.runtime.chem;

import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtomContainer;

/** Works something out from a molecule, which it may change in doing so. */
@FunctionalInterface
interface Measure<T> {
  T of(IAtomContainer molecule) throws CDKException;
}
