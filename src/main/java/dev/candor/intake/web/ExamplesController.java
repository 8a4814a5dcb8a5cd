package dev.candor.intake.web;

import dev.candor.cases.CaseReference;
import dev.candor.intake.ExampleFlags;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The examples by HTTP. */
@RestController
@RequestMapping("/api/examples")
class ExamplesController {

  private final ExampleFlags examples;

  ExamplesController(ExampleFlags examples) {
    this.examples = examples;
  }

  @GetMapping
  Offer offer() {
    return new Offer(examples.offered());
  }

  @PostMapping
  Loaded load() {
    return new Loaded(examples.load().stream().map(CaseReference::value).toList());
  }

  record Offer(boolean offered) {}

  record Loaded(List<String> references) {}
}
