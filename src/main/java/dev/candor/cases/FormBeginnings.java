package dev.candor.cases;

import java.util.Collection;
import java.util.Map;

/**
 * What a form about a case begins with, so that nobody types what is known or starts from nothing.
 */
public interface FormBeginnings {

  /**
   * @param keys of the form's fields
   * @return values for those of them that there is a beginning for
   * @throws UnknownCase when there is no such case
   */
  Map<String, Object> of(CaseReference reference, Collection<String> keys);
}
