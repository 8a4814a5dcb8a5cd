package dev.candor.processes;

import dev.candor.CandorApplication;
import java.io.IOException;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Keeps out of the service what tests and benches have in its packages: what is measured is what is
 * delivered.
 */
final class ServiceAlone extends TypeExcludeFilter {

  private final String delivered =
      CandorApplication.class.getProtectionDomain().getCodeSource().getLocation().toString();

  @Override
  public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
    return !type.getResource().getURL().toString().contains(delivered);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ServiceAlone;
  }

  @Override
  public int hashCode() {
    return ServiceAlone.class.hashCode();
  }
}
