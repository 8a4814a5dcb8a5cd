package dev.candor.intake.web;

import dev.candor.intake.ExampleFlags;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * While there is no case at all, the pages that would be empty offer the examples ({@code
 * examplesOffered}).
 */
@Configuration(proxyBeanMethods = false)
class OfferOfExamples implements WebMvcConfigurer, HandlerInterceptor {

  private final ExampleFlags examples;

  OfferOfExamples(ExampleFlags examples) {
    this.examples = examples;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/cases", "/desk", "/flags/new");
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView page) {
    // What leads on to another page would carry it in the address.
    if (page != null && !String.valueOf(page.getViewName()).startsWith("redirect:")) {
      page.addObject("examplesOffered", examples.offered());
    }
  }
}
