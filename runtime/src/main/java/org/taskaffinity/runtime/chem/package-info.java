/** Molecules: SMILES into graphs, fingerprints and scaffolds by the Chemistry Development Kit. */
package org.taskaffinity.runtime.chem;
