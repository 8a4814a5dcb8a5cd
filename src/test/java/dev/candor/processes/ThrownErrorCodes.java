package dev.candor.processes;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;

/**
 * The BPMN error codes that classes mention: every text constant that begins like one. Constants of
 * other classes count too, as the compiler copies them to where they are used.
 */
final class ThrownErrorCodes {

  private static final String BEGINNING = "Err_";

  private ThrownErrorCodes() {}

  static Set<String> of(Stream<JavaClass> classes) {
    var codes = new TreeSet<String>();
    classes.forEach(type -> collect(type, codes));
    return codes;
  }

  private static void collect(JavaClass type, Set<String> codes) {
    var file = type.getSource().orElseThrow().getUri();
    try (var content = file.toURL().openStream()) {
      new ClassReader(content).accept(new Collecting(codes), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Collecting extends ClassVisitor {

    private final Set<String> codes;

    Collecting(Set<String> codes) {
      super(Opcodes.ASM9);
      this.codes = codes;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitLdcInsn(Object value) {
          if (value instanceof String text && text.startsWith(BEGINNING)) {
            codes.add(text);
          }
        }
      };
    }
  }
}
