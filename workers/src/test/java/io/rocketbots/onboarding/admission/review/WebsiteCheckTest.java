package io.rocketbots.onboarding.admission.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.admission.review.WebsiteCheck.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger's address must not make us ask. */
class WebsiteCheckTest {

    private final WebsiteCheck check = new WebsiteCheck();

    @AfterEach
    void close() throws IOException {
        check.destroy();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "http://localhost",
                "http://[::1]/",
                "https://10.0.0.7/admin",
                "http://169.254.169.254/latest/meta-data",
                "http://192.0.2.1:8080",
                "ftp://127.0.0.1",
                "file:///etc/passwd",
                "https://not a name"
            })
    void asksOnlyWhatIsOnTheInternet(String website) {
        assertThat(check.check(website)).isEqualTo(Result.NOT_PUBLIC);
    }

    @Test
    void holdsNobodyUpForWebsitesThatSayNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            WebsiteCheck asking = new WebsiteCheck(address -> true, Set.of(silent.getLocalPort()));
            String website = "http://127.0.0.1:" + silent.getLocalPort();
            long begun = System.nanoTime();

            List<Result> results = atOnce(50, () -> asking.check(website));

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
            assertThat(results).containsOnly(Result.SILENT, Result.NOT_ASKED);
            assertThat(results).filteredOn(Result.NOT_ASKED::equals).hasSizeGreaterThanOrEqualTo(34);
            asking.destroy();
        }
    }

    private static <T> List<T> atOnce(int callers, Callable<T> call) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> called : threads.invokeAll(Collections.nCopies(callers, call))) {
                results.add(called.get());
            }
            return results;
        }
    }

    @Test
    void knowsThatThereIsNoneToAsk() {
        assertThat(check.check(" ")).isEqualTo(Result.NONE_GIVEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://nobody.invalid", "HTTPS://nobody.invalid", "nobody.invalid"})
    void knowsThatThereIsNoSuchHost(String website) {
        assertThat(check.check(website)).isEqualTo(Result.NO_SUCH_HOST);
    }
}
