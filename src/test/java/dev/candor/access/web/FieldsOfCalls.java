package dev.candor.access.web;

import dev.candor.access.web.EveryCall.Call;
import dev.candor.support.ExampleRequests;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** What each call of the table takes, as the service's own code declares it. */
final class FieldsOfCalls {

  /** Where in a call a field is. */
  enum Place {
    PATH,
    QUERY,
    HEADER,
    BODY,
    FILE_NAME
  }

  /**
   * @param segment of the path, counted from 0 before the first slash; 0 for what is not in it
   */
  record Field(Place place, String name, int segment) {

    Field(Place place, String name) {
      this(place, name, 0);
    }
  }

  private final RequestMappingHandlerMapping mapping;

  FieldsOfCalls(WebApplicationContext service) {
    this.mapping =
        service.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
  }

  /** Those of the table's body as well: a map takes any, and a filter declares none. */
  Set<Field> of(Call call) {
    var fields = new LinkedHashSet<Field>();
    var handler = handler(call);
    if (handler != null) {
      for (var parameter : handler.method().getMethod().getParameters()) {
        fields.addAll(of(parameter, handler.pattern()));
      }
    }
    if (!call.body().startsWith("{") && call.body().contains("=")) {
      for (var field : call.body().split("&")) {
        fields.add(new Field(Place.QUERY, field.split("=")[0]));
      }
    }
    return fields;
  }

  private record Handler(HandlerMethod method, String pattern) {}

  private @Nullable Handler handler(Call call) {
    var path =
        call.path()
            .replaceFirst("\\?.*", "")
            .replace("{reference}", "SR-2026-00001")
            .replaceAll("\\{(task|file)}", "1");
    var request = new MockHttpServletRequest(call.method(), path);
    ServletRequestPathUtils.parseAndCache(request);
    if (call.body().equals("multipart")) {
      request.setContentType(MediaType.MULTIPART_FORM_DATA_VALUE);
    } else if (call.body().equals("octets")) {
      request.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
    } else if (call.body().startsWith("{")) {
      request.setContentType(MediaType.APPLICATION_JSON_VALUE);
    } else if (!call.body().isEmpty()) {
      request.setContentType(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }
    try {
      var chain = mapping.getHandler(request);
      return chain != null && chain.getHandler() instanceof HandlerMethod method
          ? new Handler(
              method,
              String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)))
          : null;
    } catch (HttpRequestMethodNotSupportedException elsewhere) {
      // A filter answers it.
      return null;
    } catch (Exception e) {
      throw new IllegalStateException(call.name(), e);
    }
  }

  private static List<Field> of(Parameter parameter, String pattern) {
    var type = parameter.getType();
    if (isFile(parameter)) {
      return List.of(new Field(Place.FILE_NAME, name(parameter, RequestParam.class)));
    }
    if (parameter.isAnnotationPresent(PathVariable.class)) {
      var name = name(parameter, PathVariable.class);
      var segment = List.of(pattern.split("/")).indexOf("{" + name + "}");
      return segment < 0 ? List.of() : List.of(new Field(Place.PATH, name, segment));
    }
    if (parameter.isAnnotationPresent(RequestParam.class)) {
      return Map.class.isAssignableFrom(type)
          ? ExampleRequests.embassy().keySet().stream()
              .map(name -> new Field(Place.QUERY, name))
              .toList()
          : List.of(new Field(Place.QUERY, name(parameter, RequestParam.class)));
    }
    if (parameter.isAnnotationPresent(RequestHeader.class)) {
      return List.of(new Field(Place.HEADER, name(parameter, RequestHeader.class)));
    }
    if (AnnotatedElementUtils.hasAnnotation(parameter, RequestBody.class)) {
      return Map.class.isAssignableFrom(type)
          ? List.of(
              new Field(Place.BODY, "rationale"),
              new Field(Place.BODY, "recommendation"),
              new Field(Place.BODY, "another"))
          : parts(type).map(part -> new Field(Place.BODY, part)).toList();
    }
    return type.getPackageName().startsWith("dev.candor") && !type.isEnum() && !type.isInterface()
        ? parts(type).map(part -> new Field(Place.QUERY, part)).toList()
        : List.of();
  }

  private static boolean isFile(Parameter parameter) {
    return parameter.getParameterizedType().getTypeName().contains(MultipartFile.class.getName());
  }

  private static Stream<String> parts(Class<?> type) {
    return type.isRecord()
        ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName)
        : Arrays.stream(BeanUtils.getPropertyDescriptors(type))
            .filter(property -> property.getWriteMethod() != null)
            .map(property -> property.getName());
  }

  private static <A extends Annotation> String name(Parameter parameter, Class<A> annotation) {
    var found = AnnotatedElementUtils.findMergedAnnotation(parameter, annotation);
    var name = found == null ? "" : String.valueOf(AnnotationUtils.getValue(found, "name"));
    return name.isEmpty() ? parameter.getName() : name;
  }
}
