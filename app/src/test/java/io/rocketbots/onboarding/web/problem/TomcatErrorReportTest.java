package io.rocketbots.onboarding.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

class TomcatErrorReportTest {

    private static WebServer server;

    @BeforeAll
    static void start() {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        new TomcatErrorReport.InTomcat().customize(factory);
        server = factory.getWebServer(
                context -> context.addServlet("failing", new Failing()).addMapping("/failing"));
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    private static final class Failing extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            throw new IllegalStateException("The page of an error failed.");
        }
    }

    @Test
    void showsAPageOfOursWhereNothingElseCould() throws IOException {
        assertThat(answerTo("GET /failing HTTP/1.1"))
                .startsWith("HTTP/1.1 500")
                .contains("That did not work", "Cache-Control: no-store")
                .doesNotContainIgnoringCase("tomcat")
                .doesNotContain("The page of an error failed.", "Exception");
    }

    @Test
    void alsoToWhatIsNoRequest() throws IOException {
        assertThat(answerTo("GET /[|] HTTP/1.1"))
                .startsWith("HTTP/1.1 400")
                .contains("That did not work")
                .doesNotContainIgnoringCase("tomcat");
    }

    private static String answerTo(String line) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            String request = line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
