package io.rocketbots.onboarding.launch.domain;

import com.google.common.net.InetAddresses;
import io.rocketbots.onboarding.kernel.outbound.NotAllowed;
import io.rocketbots.onboarding.kernel.outbound.OutboundHttp;
import io.rocketbots.onboarding.kernel.outbound.OutboundHttp.Answer;
import io.rocketbots.onboarding.kernel.outbound.PublicAddresses;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Asks over plain HTTP, which is where certificates come from too, at the addresses that DNS told and no others. A redirect
 * is followed only to the same name with HTTPS, as many proxies insist on it.
 */
@Component
final class HttpArrivalCheck implements ArrivalCheck, DisposableBean {

    private static final int AT_ONCE = 16;
    private static final int MOST_ADDRESSES = 3;
    private static final int MOST_BYTES = 200;
    private static final int HTTP = 80;

    private final ArrivalTokens tokens;
    private final DnsSettings settings;
    private final OutboundHttp http;

    HttpArrivalCheck(ArrivalTokens tokens, DnsSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
        // A developer's machine calls nobody but itself.
        this.http = new OutboundHttp(
                "domain-check",
                settings.timeout(),
                AT_ONCE,
                address -> PublicAddresses.contain(address) != settings.privateServers());
    }

    @Override
    public Arrival at(List<InetAddress> addresses, CustomDomain domain) {
        // IPv4 first, since many machines have no IPv6.
        List<InetAddress> some = addresses.stream()
                .sorted(Comparator.comparingInt(address -> address.getAddress().length))
                .limit(MOST_ADDRESSES)
                .toList();
        Arrival last = Arrival.none("no answer");
        for (InetAddress address : some) {
            last = ask(address, domain);
            boolean isAwaited = !Thread.currentThread().isInterrupted();
            if (last.outcome() != Arrival.Outcome.NONE || !isAwaited) {
                return last;
            }
        }
        return last;
    }

    private Arrival ask(InetAddress address, CustomDomain domain) {
        String path = tokens.ask(domain.id());
        String expected = tokens.answer(path, domain.domainName());
        String plain =
                "http://" + domain.name() + (settings.httpPort() == HTTP ? "" : ":" + settings.httpPort()) + path;
        try {
            Answer answer = call(plain, address);
            Optional<String> secure = secured(answer, domain, path);
            return secure.isPresent() ? judge(call(secure.get(), address), expected) : judge(answer, expected);
        } catch (NotAllowed inside) {
            return Arrival.none("no answer (" + InetAddresses.toAddrString(address) + " is not called from here)");
        } catch (SSLException untrusted) {
            return Arrival.none("no secure connection");
        } catch (InterruptedIOException late) {
            return Arrival.none("no answer within " + settings.timeout().toSeconds() + " s");
        } catch (IOException broken) {
            return Arrival.none("no connection");
        }
    }

    private Answer call(String url, InetAddress address) throws IOException {
        return http.callAt(address, new HttpGet(URI.create(url)), MOST_BYTES);
    }

    /** The address it leads to, when that is the same one with HTTPS. */
    private static Optional<String> secured(Answer answer, CustomDomain domain, String path) {
        String secure = "https://" + domain.name() + path;
        return answer.status() / 100 == 3 && secure.equals(answer.location()) ? Optional.of(secure) : Optional.empty();
    }

    private static Arrival judge(Answer answer, String expected) {
        if (answer.status() == 200 && answer.text().strip().equals(expected)) {
            return Arrival.ours();
        }
        if (answer.status() >= 500) {
            return Arrival.none("status " + answer.status());
        }
        return Arrival.anothers(
                answer.status() / 100 == 3 && answer.location() != null
                        ? "a redirect to " + answer.location()
                        : "status " + answer.status());
    }

    @Override
    public void destroy() throws IOException {
        http.close();
    }
}
