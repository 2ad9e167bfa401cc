package org.taskaffinity.scripts.kotlin;

import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.taskaffinity.scripts.shell.StopChecks;

/**
 * A script's classes, loaded with what a compiler knows nothing of: a way to stop them, variables
 * that get their value from outside, and the lines of the script where the compiler counts those of
 * inlined functions beyond its end.
 */
final class ScriptClasses extends ClassLoader {
  private static final String VALUES = ScriptValues.class.getName().replace('.', '/');

  private final CompiledClasses compiled;
  private final int lines;
  private final Set<String> presets;

  /**
   * @param lines how many the script has
   * @param presets the variables that are set from outside
   */
  ScriptClasses(ClassLoader parent, CompiledClasses compiled, int lines, Set<String> presets) {
    super(parent);
    this.compiled = compiled;
    this.lines = lines;
    this.presets = presets;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] code = compiled.code().get(name);
    if (code == null) {
      throw new ClassNotFoundException(name);
    }
    byte[] ready = StopChecks.into(instrumented(code, name.equals(compiled.main())));
    return defineClass(name, ready, 0, ready.length);
  }

  private byte[] instrumented(byte[] code, boolean main) {
    ClassReader reader = new ClassReader(code);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new OfClass(writer, main ? presets : Set.of()), 0);
    return writer.toByteArray();
  }

  private final class OfClass extends ClassVisitor {
    private final Set<String> set;

    OfClass(ClassVisitor next, Set<String> set) {
      super(Opcodes.ASM9, next);
      this.set = set;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String type, String signature, String[] thrown) {
      MethodVisitor next = super.visitMethod(access, name, type, signature, thrown);
      return new OfMethod(next, name.equals("<init>") ? set : Set.of());
    }
  }

  private final class OfMethod extends MethodVisitor {
    private final Set<String> set;

    OfMethod(MethodVisitor next, Set<String> set) {
      super(Opcodes.ASM9, next);
      this.set = set;
    }

    /** What is inlined belongs to the line that called it, which stands just before. */
    @Override
    public void visitLineNumber(int line, Label start) {
      if (line <= lines) {
        super.visitLineNumber(line, start);
      }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String type) {
      if (opcode == Opcodes.PUTFIELD && set.contains(name)) {
        replace(name, Type.getType(type));
      }
      super.visitFieldInsn(opcode, owner, name, type);
    }

    private void replace(String name, Type type) {
      super.visitInsn(type.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
      super.visitLdcInsn(name);
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC, VALUES, "preset", "(Ljava/lang/String;)Ljava/lang/Object;", false);
      switch (type.getSort()) {
        case Type.INT -> unboxed("java/lang/Integer", "intValue", "()I");
        case Type.LONG -> unboxed("java/lang/Long", "longValue", "()J");
        case Type.DOUBLE -> unboxed("java/lang/Double", "doubleValue", "()D");
        case Type.BOOLEAN -> unboxed("java/lang/Boolean", "booleanValue", "()Z");
        default -> super.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
      }
    }

    private void unboxed(String box, String method, String type) {
      super.visitTypeInsn(Opcodes.CHECKCAST, box);
      super.visitMethodInsn(Opcodes.INVOKEVIRTUAL, box, method, type, false);
    }
  }
}
