package dev.candor.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.support.ExampleRequests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Who flags more than a person can: people who flag nothing in other tests. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class FlagLimitTests {

  private static final int MOST = 60;
  private static final int CREATED = 201;

  @Autowired private WebApplicationContext service;
  @Autowired private ObjectMapper json;
  private MockMvc doors;

  @BeforeEach
  void open() {
    doors = MockMvcBuilders.webAppContextSetup(service).apply(springSecurity()).build();
  }

  @Test
  void shouldTakeNoMoreFlagsThanAPersonCanSendAndKeepTheFormOfWhoSentThem() throws Exception {
    // given somebody who has sent what an hour allows, and whatever is no flag does not count
    doors.perform(flag("legal").content("{}")).andExpect(status().isBadRequest());
    int taken = 0;
    var last = doors.perform(flag("legal"));
    while (last.andReturn().getResponse().getStatus() == CREATED && taken < 2 * MOST) {
      taken++;
      last = doors.perform(flag("legal"));
    }

    // then the next is refused, and only theirs; on a slow machine some came back meanwhile
    assertThat(taken).isBetween(MOST, MOST + 5);
    last.andExpect(status().isTooManyRequests())
        .andExpect(header().string("Retry-After", matchesPattern("[1-6]?\\d")))
        .andExpect(jsonPath("$.detail").value(containsString("60 requests within an hour")));
    doors.perform(flag("communications")).andExpect(status().isCreated());

    // and by the form, which keeps what was entered
    var form = post("/flags/new").session(signedIn("legal")).with(csrf());
    ExampleRequests.embassy().forEach((name, value) -> form.param(name, value.toString()));
    doors
        .perform(form.accept(MediaType.TEXT_HTML))
        .andExpect(status().isTooManyRequests())
        .andExpect(content().string(containsString("The next can be sent in a minute")))
        .andExpect(content().string(containsString("A verified account in the embassy")));
  }

  private MockHttpSession signedIn(String person) throws Exception {
    var signIn = post("/login").param("username", person).param("password", "candor").with(csrf());
    return (MockHttpSession) doors.perform(signIn).andReturn().getRequest().getSession();
  }

  private MockHttpServletRequestBuilder flag(String person) throws Exception {
    return post("/api/flags")
        .with(httpBasic(person, "candor"))
        .contentType(MediaType.APPLICATION_JSON)
        .content(json.writeValueAsString(ExampleRequests.embassy()));
  }
}
