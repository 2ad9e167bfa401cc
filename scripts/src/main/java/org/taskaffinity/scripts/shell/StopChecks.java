package org.taskaffinity.scripts.shell;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes a call to {@link ScriptSupport#check} before every jump backwards and at the start of
 * every method, so that no loop and no recursion of a script runs on when it is to stop. (Threads
 * cannot be stopped from outside since Java 20.) Calls that would end the process become calls to
 * {@link ScriptSupport#exit}.
 */
public final class StopChecks {
  private static final String SUPPORT = ScriptSupport.class.getName().replace('.', '/');

  private static final String RUNTIME = "java/lang/Runtime";

  private StopChecks() {}

  /** The same class, with the calls in it. */
  public static byte[] into(byte[] code) {
    ClassReader reader = new ClassReader(code);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new OfClass(writer), 0);
    return writer.toByteArray();
  }

  private static final class OfClass extends ClassVisitor {
    OfClass(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String type, String signature, String[] thrown) {
      return new OfMethod(super.visitMethod(access, name, type, signature, thrown));
    }
  }

  private static final class OfMethod extends MethodVisitor {
    private final Set<Label> behind = new HashSet<>();

    OfMethod(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      check();
    }

    @Override
    public void visitLabel(Label label) {
      behind.add(label);
      super.visitLabel(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label target) {
      if (behind.contains(target)) {
        check();
      }
      super.visitJumpInsn(opcode, target);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String type, boolean ofInterface) {
      if (exits(owner, name)) {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, SUPPORT, name, exit(owner), false);
      } else {
        super.visitMethodInsn(opcode, owner, name, type, ofInterface);
      }
    }

    /** {@code System::exit} and the like. */
    @Override
    public void visitInvokeDynamicInsn(
        String name, String type, Handle bootstrap, Object... arguments) {
      Object[] changed = arguments.clone();
      for (int i = 0; i < changed.length; i++) {
        if (changed[i] instanceof Handle handle && exits(handle.getOwner(), handle.getName())) {
          changed[i] =
              new Handle(
                  Opcodes.H_INVOKESTATIC,
                  SUPPORT,
                  handle.getName(),
                  exit(handle.getOwner()),
                  false);
        }
      }
      super.visitInvokeDynamicInsn(name, type, bootstrap, changed);
    }

    private static boolean exits(String owner, String name) {
      return owner.equals("java/lang/System") && name.equals("exit")
          || owner.equals(RUNTIME) && (name.equals("exit") || name.equals("halt"));
    }

    private static String exit(String owner) {
      return owner.equals(RUNTIME) ? "(L" + RUNTIME + ";I)V" : "(I)V";
    }

    private void check() {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, SUPPORT, "check", "()V", false);
    }
  }
}
