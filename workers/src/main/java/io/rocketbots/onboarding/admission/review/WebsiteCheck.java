package io.rocketbots.onboarding.admission.review;

import io.rocketbots.onboarding.kernel.outbound.ForeignWork;
import io.rocketbots.onboarding.kernel.outbound.NotAllowed;
import io.rocketbots.onboarding.kernel.outbound.OutboundHttp;
import io.rocketbots.onboarding.kernel.outbound.PublicAddresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Looks whether an applicant's website answers. A stranger typed the address, so only public addresses and the usual
 * ports are asked, no redirect is followed, and nothing of the answer but its status is used.
 */
@Component
public class WebsiteCheck implements DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 8;
    private static final Set<Integer> PORTS = Set.of(-1, 80, 443);
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** The timeouts of HTTP begin once the name has an address, which this machine's resolver may look for long. */
    private final ForeignWork calls = new ForeignWork("website-check", AT_ONCE, AT_ONCE);

    private final OutboundHttp http;
    private final Set<Integer> ports;

    @Autowired
    public WebsiteCheck() {
        this(PublicAddresses::contain, PORTS);
    }

    WebsiteCheck(Predicate<InetAddress> allowed, Set<Integer> ports) {
        this.http = new OutboundHttp("website-check", PATIENCE, AT_ONCE, allowed);
        this.ports = ports;
    }

    /** What came of it. */
    public enum Result {
        NONE_GIVEN,
        ANSWERS,
        /** It answers, but with an error. */
        ANSWERS_WITH_ERROR,
        NO_SUCH_HOST,
        /** It is no address on the internet, so it was not asked. */
        NOT_PUBLIC,
        SILENT,
        /** Too many others are asked just now, so it was not. */
        NOT_ASKED
    }

    /** Asks the website; takes up to five seconds, whatever its name servers and itself do. */
    public Result check(String website) {
        if (website.isBlank()) {
            return Result.NONE_GIVEN;
        }
        try {
            return calls.within(PATIENCE, () -> ask(website));
        } catch (ForeignWork.Refused refused) {
            return refused.isLate() ? Result.SILENT : Result.NOT_ASKED;
        }
    }

    private Result ask(String website) {
        try {
            URI uri = URI.create(website.contains("://") ? website : "https://" + website);
            if (uri.getHost() == null
                    || !SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    || !ports.contains(uri.getPort())) {
                return Result.NOT_PUBLIC;
            }
            return http.call(new HttpGet(uri), 0).status() < 400 ? Result.ANSWERS : Result.ANSWERS_WITH_ERROR;
        } catch (NotAllowed | IllegalArgumentException noAddress) {
            return Result.NOT_PUBLIC;
        } catch (UnknownHostException unknown) {
            return Result.NO_SUCH_HOST;
        } catch (IOException silent) {
            return Result.SILENT;
        }
    }

    @Override
    public void destroy() throws IOException {
        http.close();
    }
}
