package dev.candor.studio;

/**
 * What would go wrong, in one line.
 *
 * @param file in which
 * @param element id of the element, row or component; {@code file} when it is the whole
 * @param what is wrong with it
 * @param mend how to mend it
 */
public record Finding(String file, String element, String what, String mend) {

  @Override
  public String toString() {
    return file + ": " + element + ": " + what + (mend.isEmpty() ? "" : "; " + mend);
  }
}
