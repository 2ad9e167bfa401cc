package org.taskaffinity.scripts.kotlin;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
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
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    Map<String, String> fields = main ? fields(reader) : Map.of();
    reader.accept(new OfClass(writer, fields), 0);
    return writer.toByteArray();
  }

  /** The variables that are set from outside, and their types. */
  private Map<String, String> fields(ClassReader reader) {
    Map<String, String> fields = new HashMap<>();
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public FieldVisitor visitField(
              int access, String name, String type, String signature, Object value) {
            if (presets.contains(name)) {
              fields.put(name, type);
            }
            return null;
          }
        },
        ClassReader.SKIP_CODE);
    return fields;
  }

  private final class OfClass extends ClassVisitor {
    private final Map<String, String> set;
    private String self;
    private String base;

    OfClass(ClassVisitor next, Map<String, String> set) {
      super(Opcodes.ASM9, next);
      this.set = set;
    }

    @Override
    public void visit(
        int version, int access, String name, String signature, String above, String[] faces) {
      self = name;
      base = above;
      super.visit(version, access, name, signature, above, faces);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String type, String signature, String[] thrown) {
      MethodVisitor next = super.visitMethod(access, name, type, signature, thrown);
      return new OfMethod(next, name.equals("<init>") ? set : Map.of(), self, base);
    }
  }

  private final class OfMethod extends MethodVisitor {
    private final Map<String, String> set;
    private final String self;
    private final String base;

    OfMethod(MethodVisitor next, Map<String, String> set, String self, String base) {
      super(Opcodes.ASM9, next);
      this.set = set;
      this.self = self;
      this.base = base;
    }

    /** What is inlined belongs to the line that called it, which stands just before. */
    @Override
    public void visitLineNumber(int line, Label start) {
      if (line <= lines) {
        super.visitLineNumber(line, start);
      }
    }

    /** Where the script gives a variable its value, it gets the one from outside. */
    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String type) {
      if (opcode == Opcodes.PUTFIELD && set.containsKey(name)) {
        super.visitInsn(Type.getType(type).getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
        preset(name, Type.getType(type));
      }
      super.visitFieldInsn(opcode, owner, name, type);
    }

    /** At the start too, for the compiler writes nothing for a variable that is 0 or false. */
    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String type, boolean face) {
      super.visitMethodInsn(opcode, owner, name, type, face);
      if (opcode == Opcodes.INVOKESPECIAL && owner.equals(base) && name.equals("<init>")) {
        set.forEach(
            (field, of) -> {
              super.visitVarInsn(Opcodes.ALOAD, 0);
              preset(field, Type.getType(of));
              super.visitFieldInsn(Opcodes.PUTFIELD, self, field, of);
            });
      }
    }

    private void preset(String name, Type type) {
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
