package org.taskaffinity.runtime.chem;

import java.nio.ByteBuffer;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/**
 * One molecule's graph.
 *
 * @param codes atoms × {@link AtomCode#BLOCKS}: for every block of features the place of its one
 * @param ends bonds × 2: the atoms of every bond
 */
record Graph(byte[] codes, char[] ends) {
  static final Graph NONE = new Graph(new byte[0], new char[0]);

  static Graph of(IAtomContainer molecule) {
    byte[] codes = new byte[molecule.getAtomCount() * AtomCode.BLOCKS];
    Hybridisation hybridisation = new Hybridisation(molecule);
    for (IAtom atom : molecule.atoms()) {
      AtomCode.write(atom, hybridisation, codes, atom.getIndex() * AtomCode.BLOCKS);
    }
    char[] ends = new char[molecule.getBondCount() * 2];
    int next = 0;
    for (IBond bond : molecule.bonds()) {
      ends[next++] = (char) bond.getBegin().getIndex();
      ends[next++] = (char) bond.getEnd().getIndex();
    }
    return new Graph(codes, ends);
  }

  int atoms() {
    return codes.length / AtomCode.BLOCKS;
  }

  int bonds() {
    return ends.length / 2;
  }

  byte[] toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + codes.length + ends.length * 2);
    bytes.putInt(codes.length).put(codes).asCharBuffer().put(ends);
    return bytes.array();
  }

  static Graph fromBytes(byte[] array) {
    ByteBuffer bytes = ByteBuffer.wrap(array);
    byte[] codes = new byte[bytes.getInt()];
    bytes.get(codes);
    char[] ends = new char[bytes.remaining() / Character.BYTES];
    bytes.asCharBuffer().get(ends);
    return new Graph(codes, ends);
  }
}
