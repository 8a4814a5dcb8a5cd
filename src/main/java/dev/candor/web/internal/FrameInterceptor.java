package dev.candor.web.internal;

import dev.candor.access.CurrentPerson;
import dev.candor.access.Person;
import dev.candor.web.RailEntry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Puts the frame into the model of every page. */
@Component
class FrameInterceptor implements HandlerInterceptor {

  private final CurrentPerson currentPerson;
  private final List<RailEntry> entries;

  FrameInterceptor(CurrentPerson currentPerson, List<RailEntry> entries) {
    this.currentPerson = currentPerson;
    this.entries = entries.stream().sorted(Comparator.comparingInt(RailEntry::order)).toList();
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView page) {
    if (page != null && isRendered(page)) {
      page.addObject("frame", frameOf(request.getRequestURI()));
    }
  }

  private static boolean isRendered(ModelAndView page) {
    var name = page.getViewName();
    return name != null && !name.startsWith("redirect:") && !name.startsWith("forward:");
  }

  private Frame frameOf(String path) {
    Person person;
    try {
      person = currentPerson.get();
    } catch (AccessDeniedException nobody) {
      return Frame.NOBODY;
    }
    var rail =
        entries.stream()
            .filter(entry -> entry.shownTo().test(person))
            .map(entry -> place(entry, path))
            .toList();
    var search =
        rail.stream()
            .filter(place -> place.key().equals("cases"))
            .findFirst()
            .map(Frame.Place::path);
    return new Frame(
        new Frame.Who(person.name(), PlaceOfWork.of(person)), rail, search.orElse(null));
  }

  private static Frame.Place place(RailEntry entry, String path) {
    var here = path.equals(entry.path()) || path.startsWith(entry.path() + "/");
    return new Frame.Place(entry.key(), entry.label(), entry.path(), here);
  }
}
