package dev.candor.cases.internal;

import org.jspecify.annotations.Nullable;

/**
 * How many accounts and items some requests name.
 *
 * @param naming how many requests name any
 * @param namingSeveral how many name more than one
 * @param byThose what those that name more than one name
 * @param most what a single one names at most
 */
record Items(int named, int naming, int namingSeveral, int byThose, int most) {

  /**
   * The number, or null where it would tell how many a single request names: where few name any, or
   * where one of them names more than all others that name several. Those that name one are known
   * to, once they are counted.
   *
   * @param least the first that are not few
   */
  @Nullable Integer told(int least) {
    var few = naming < least || (namingSeveral > 0 && namingSeveral < least);
    return naming > 0 && (few || (most > 1 && 2 * most > byThose)) ? null : Integer.valueOf(named);
  }
}
