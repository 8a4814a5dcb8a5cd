package dev.candor.access.web;

import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Who tries too often, through the service's own chains, from addresses that nobody else has. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SignInLimitTests {

  private static final int MOST = 10;

  @Autowired private WebApplicationContext service;
  private MockMvc doors;

  @BeforeEach
  void open() {
    doors = MockMvcBuilders.webAppContextSetup(service).apply(springSecurity()).build();
  }

  @Test
  void shouldLetAnAddressWaitFromWhichSigningInFailedTooOften() throws Exception {
    for (int attempt = 0; attempt < MOST; attempt++) {
      doors.perform(call("203.0.113.7", "guess")).andExpect(status().isUnauthorized());
    }

    doors
        .perform(call("203.0.113.7", "candor"))
        .andExpect(status().isTooManyRequests())
        .andExpect(header().string("Retry-After", matchesPattern("[1-7]")))
        .andExpect(header().exists("Content-Security-Policy"));
    doors.perform(signIn("203.0.113.7", "candor")).andExpect(status().isTooManyRequests());
    doors.perform(call("203.0.113.8", "candor")).andExpect(status().isOk());
    doors.perform(get("/login").with(from("203.0.113.7"))).andExpect(status().isOk());
  }

  @Test
  void shouldCountTheFormToo() throws Exception {
    for (int attempt = 0; attempt < MOST; attempt++) {
      doors.perform(signIn("203.0.113.9", "guess")).andExpect(redirectedUrl("/login?error"));
    }

    doors.perform(signIn("203.0.113.9", "candor")).andExpect(status().isTooManyRequests());
  }

  @Test
  void shouldNotCountThoseWhoSignInRightly() throws Exception {
    for (int attempt = 0; attempt < 2 * MOST; attempt++) {
      doors.perform(call("203.0.113.10", "candor")).andExpect(status().isOk());
    }
  }

  private static MockHttpServletRequestBuilder call(String address, String password) {
    return get("/api/cases").with(httpBasic("employee", password)).with(from(address));
  }

  private static MockHttpServletRequestBuilder signIn(String address, String password) {
    return post("/login")
        .with(csrf())
        .with(from(address))
        .param("username", "employee")
        .param("password", password);
  }

  private static RequestPostProcessor from(String address) {
    return request -> {
      request.setRemoteAddr(address);
      return request;
    };
  }
}
