package dev.candor.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a field of a flag may hold. Answered by the module that takes flags in. */
public interface FlagValues {

  /**
   * The value as it is kept.
   *
   * @param name of the field that holds it, for what is wrong with it
   * @param today where whoever enters it is
   * @throws dev.candor.web.InvalidInput when a flag may not hold it
   */
  String checked(Correctable field, String name, @Nullable String entered, LocalDate today);
}
