package dev.candor.cases.web;

import dev.candor.web.PageBesideACase;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/** Gives a handler the {@link Turn} it asks for; its path has to name a {@code reference}. */
@Component
class Turns implements HandlerMethodArgumentResolver, WebMvcConfigurer {

  private final PageBesideACase pages;

  Turns(PageBesideACase pages) {
    this.pages = pages;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Turn.class;
  }

  @Override
  public Turn resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    var page = Objects.requireNonNull(container);
    var sent = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
    var path = (Map<?, ?>) sent.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    var answer = new RedirectAttributesModelMap();
    page.setRedirectModel(answer);
    return new Turn(
        CaseReferences.of((String) path.get("reference")),
        entered(sent),
        (Model) page.getModel(),
        Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)),
        answer,
        pages);
  }

  /** The first value of each, as a form of ours has no field twice. */
  private static Map<String, String> entered(HttpServletRequest sent) {
    var entered = new HashMap<String, String>();
    sent.getParameterMap().forEach((name, values) -> entered.put(name, values[0]));
    return entered;
  }
}
