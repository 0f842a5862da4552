package io.rocketbots.onboarding.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.web.WholeApp;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeApp
class ReferencePageTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Autowired
    MockMvcTester mvc;

    @Test
    void everyAnswerNamesItsReferenceAndEachAnother() {
        String first = reference("/sign-in");
        String second = reference("/sign-in");

        assertThat(first).matches("[0-9a-f]{32}").isNotEqualTo(second);
        assertThat(reference("/no-such-page")).matches("[0-9a-f]{32}");
        assertThat(reference("/api/v1/spaces")).matches("[0-9a-f]{32}");
    }

    @Test
    void goesOnInTheTraceOfTheCaller() {
        MvcTestResult answer = mvc.get()
                .uri("/sign-in")
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .exchange();

        assertThat(answer.getResponse().getHeader("X-Request-Id")).isEqualTo(TRACE);
    }

    @Test
    void thePageOfAFaultOfOursAsksForIt() {
        assertThat(errorPage(500))
                .bodyText()
                .contains("Something went wrong on our side", "Reference: <code>" + TRACE + "</code>");
        assertThat(errorPage(404)).bodyText().contains("There is nothing here").doesNotContain(TRACE);
    }

    private MvcTestResult errorPage(int status) {
        return mvc.get()
                .uri("/error")
                .accept(MediaType.TEXT_HTML)
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/team/tasks")
                .requestAttr(Reference.class.getName(), TRACE)
                .with(request -> {
                    request.setDispatcherType(DispatcherType.ERROR);
                    return request;
                })
                .exchange();
    }

    private String reference(String path) {
        String reference = mvc.get().uri(path).exchange().getResponse().getHeader("X-Request-Id");
        return reference == null ? "" : reference;
    }
}
