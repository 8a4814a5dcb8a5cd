package dev.candor.studio.web;

import dev.candor.access.People;
import dev.candor.process.ProcessSets.DeployedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a set came into force and by whom, in words. */
@Component
class Deployers {

  private final People people;

  Deployers(People people) {
    this.people = people;
  }

  String of(DeployedSet set) {
    return switch (set.origin()) {
      case SERVICE -> "came with the service";
      case FOLDER -> "changed in the folder";
      case UPLOAD -> "uploaded by " + name(set.by());
      case EARLIER -> "deployed again by " + name(set.by());
    };
  }

  private String name(@Nullable String id) {
    return id == null ? "somebody not on record" : people.nameOf(id);
  }
}
