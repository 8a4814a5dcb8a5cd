package dev.candor.process.internal;

import dev.candor.process.ServiceNames;
import io.camunda.client.annotation.JobWorker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;

/**
 * The job types our workers are annotated with, and the error codes and messages our code uses:
 * every text constant in a method that begins like one. Constants of other classes count too, as
 * the compiler copies them to where they are used.
 */
public final class NamesInOurClasses {

  private static final List<String> PLACES =
      List.of(
          "classpath*:dev/candor/workers/*.class",
          "classpath*:dev/candor/process/internal/*.class");
  private static final String ERROR = "Err_";
  private static final String MESSAGE = "Msg_";

  private NamesInOurClasses() {}

  public static ServiceNames read() {
    var readers = new CachingMetadataReaderFactory();
    var jobTypes = new TreeSet<String>();
    var constants = new TreeSet<String>();
    try {
      for (var file : classes()) {
        readers
            .getMetadataReader(file)
            .getAnnotationMetadata()
            .getAnnotatedMethods(JobWorker.class.getName())
            .forEach(
                method ->
                    jobTypes.add(
                        typeOf(method.getAnnotationAttributes(JobWorker.class.getName()))));
        collectConstants(file, constants);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ServiceNames(
        jobTypes, beginningWith(ERROR, constants), beginningWith(MESSAGE, constants));
  }

  private static List<Resource> classes() throws IOException {
    var resources = new PathMatchingResourcePatternResolver();
    var all = new ArrayList<Resource>();
    for (var place : PLACES) {
      Stream.of(resources.getResources(place)).forEach(all::add);
    }
    return all;
  }

  private static String typeOf(@Nullable Map<String, Object> annotation) {
    return annotation == null ? "" : String.valueOf(annotation.get("type"));
  }

  private static Set<String> beginningWith(String beginning, Set<String> constants) {
    var found = new TreeSet<String>();
    constants.stream()
        .filter(text -> text.startsWith(beginning) && text.length() > beginning.length())
        .forEach(found::add);
    return found;
  }

  private static void collectConstants(Resource file, Set<String> constants) throws IOException {
    try (var content = file.getInputStream()) {
      new ClassReader(content).accept(new Collecting(constants), ClassReader.SKIP_DEBUG);
    }
  }

  private static final class Collecting extends ClassVisitor {

    private final Set<String> constants;

    Collecting(Set<String> constants) {
      super(Opcodes.ASM9);
      this.constants = constants;
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
          if (value instanceof String text) {
            constants.add(text);
          }
        }
      };
    }
  }
}
