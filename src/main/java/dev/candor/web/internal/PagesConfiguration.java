package dev.candor.web.internal;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The frame belongs to pages; answers of the API have none. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration implements WebMvcConfigurer {

  private final FrameInterceptor frame;

  PagesConfiguration(FrameInterceptor frame) {
    this.frame = frame;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(frame).excludePathPatterns("/api/**", "/assets/**", "/actuator/**");
  }
}
