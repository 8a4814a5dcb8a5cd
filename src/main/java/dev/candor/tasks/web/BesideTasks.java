package dev.candor.tasks.web;

import dev.candor.access.CurrentPerson;
import dev.candor.web.Page;
import dev.candor.web.PageBesideACase;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The desk with a task in hand: its case is shown, and added to, beside it. */
@Component
class BesideTasks implements PageBesideACase {

  private static final Pattern PATH = Pattern.compile("/desk/(\\d{1,19})(?:\\?(.*))?");

  private final DeskPages pages;
  private final CurrentPerson currentPerson;

  BesideTasks(DeskPages pages, CurrentPerson currentPerson) {
    this.pages = pages;
    this.currentPerson = currentPerson;
  }

  @Override
  public Optional<Address> named(@Nullable String back) {
    var path = PATH.matcher(back == null ? "" : back);
    return path.matches()
        ? TaskKeys.ifOne(path.group(1)).map(task -> beside(task, path.group(2)))
        : Optional.empty();
  }

  private Address beside(long task, @Nullable String list) {
    var asked = DeskQuery.parameters(list == null ? "" : list);
    var page = Page.askedFor(asked.getOrDefault("page", ""));
    return new BesideTask(task, DeskQuery.of(asked), page);
  }

  /** One task, beside one page of one list. */
  private final class BesideTask implements Address {

    private final long task;
    private final DeskQuery query;
    private final int page;

    BesideTask(long task, DeskQuery query, int page) {
      this.task = task;
      this.query = query;
      this.page = page;
    }

    @Override
    public String path() {
      return query.address(page, task);
    }

    @Override
    public String show(Model model) {
      pages.fill(model, currentPerson.get(), query, page, task);
      return "tasks/desk";
    }
  }
}
