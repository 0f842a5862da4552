package io.rocketbots.onboarding.webhook;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Calls endpoints by HTTP, only at addresses that a stranger may make us call. */
@Component
class HttpWebhookSender implements WebhookSender, DisposableBean {

    private final WebhookTerms terms;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("webhook-deadline").factory());

    HttpWebhookSender(WebhookTerms terms) {
        this.terms = terms;
        Timeout timeout = Timeout.of(terms.timeout());
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new AllowedAddresses(terms.privateAddresses()))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .build())
                        .setMaxConnTotal(WebhookDispatcher.AT_ONCE)
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(timeout).build())
                // A connection that is kept open would be used again without asking where the name points.
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("webhooks/1.0")
                .build();
    }

    @Override
    public Answer post(URI url, Map<String, String> headers, String body) {
        HttpPost request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        // Timeouts of sockets begin anew with every byte; a receiver that drips must not hold us either.
        ScheduledFuture<?> deadline =
                deadlines.schedule(request::cancel, terms.timeout().toMillis(), TimeUnit.MILLISECONDS);
        try {
            // What it says beside the status is nobody's business here.
            return client.execute(request, response -> {
                int code = response.getCode();
                request.cancel();
                return new Answer.Status(code);
            });
        } catch (AllowedAddresses.NotPublic refused) {
            return new Answer.None("This is no address on the internet.");
        } catch (UnknownHostException unknown) {
            return new Answer.None("There is no such host.");
        } catch (SSLException untrusted) {
            return new Answer.None("No secure connection: the certificate is not valid for this host.");
        } catch (InterruptedIOException late) {
            return new Answer.None(noAnswer());
        } catch (IOException broken) {
            return new Answer.None(request.isCancelled() ? noAnswer() : "The connection failed.");
        } finally {
            deadline.cancel(false);
        }
    }

    private String noAnswer() {
        return "No answer within " + terms.timeout().toSeconds() + " seconds.";
    }

    @Override
    public void destroy() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }
}
