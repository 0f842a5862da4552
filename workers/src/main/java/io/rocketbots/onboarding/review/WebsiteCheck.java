package io.rocketbots.onboarding.review;

import io.rocketbots.onboarding.outside.PublicAddresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Looks whether an applicant's website answers. A stranger typed the address, so only public addresses and the usual
 * ports are asked, no redirect is followed, and nothing of the answer but its status is used.
 */
@Component
public class WebsiteCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Set<Integer> PORTS = Set.of(-1, 80, 443);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** What came of it. */
    public enum Result {
        NONE_GIVEN,
        ANSWERS,
        /** It answers, but with an error. */
        ANSWERS_WITH_ERROR,
        NO_SUCH_HOST,
        /** It is no address on the internet, so it was not asked. */
        NOT_PUBLIC,
        SILENT
    }

    /** Asks the website; takes up to ten seconds. */
    public Result check(String website) {
        if (website.isBlank()) {
            return Result.NONE_GIVEN;
        }
        try {
            URI uri = URI.create(website.contains("://") ? website : "https://" + website);
            if (uri.getHost() == null || !PORTS.contains(uri.getPort()) || !isPublic(uri.getHost())) {
                return Result.NOT_PUBLIC;
            }
            HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status < 400 ? Result.ANSWERS : Result.ANSWERS_WITH_ERROR;
        } catch (UnknownHostException unknown) {
            return Result.NO_SUCH_HOST;
        } catch (IOException silent) {
            return Result.SILENT;
        } catch (IllegalArgumentException noAddress) {
            return Result.NOT_PUBLIC;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Result.SILENT;
        }
    }

    private static boolean isPublic(String host) throws UnknownHostException {
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (!PublicAddresses.contain(address)) {
                return false;
            }
        }
        return true;
    }
}
