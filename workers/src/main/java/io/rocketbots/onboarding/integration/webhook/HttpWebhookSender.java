package io.rocketbots.onboarding.integration.webhook;

import io.rocketbots.onboarding.kernel.outbound.NotAllowed;
import io.rocketbots.onboarding.kernel.outbound.OutboundHttp;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Calls endpoints by HTTP, only at addresses that a stranger may make us call. */
@Component
class HttpWebhookSender implements WebhookSender, DisposableBean {

    private final WebhookTerms terms;
    private final OutboundHttp http;

    HttpWebhookSender(WebhookTerms terms) {
        this.terms = terms;
        this.http = new OutboundHttp("webhooks", terms.timeout(), WebhookDispatcher.AT_ONCE, terms::mayCall);
    }

    @Override
    public Answer post(URI url, Map<String, String> headers, String body) {
        HttpPost request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        try {
            // What it says beside the status is nobody's business here.
            return new Answer.Status(http.call(request, 0).status());
        } catch (NotAllowed refused) {
            return new Answer.None("This is no address on the internet.");
        } catch (UnknownHostException unknown) {
            return new Answer.None("There is no such host.");
        } catch (SSLException untrusted) {
            return new Answer.None("No secure connection: the certificate is not valid for this host.");
        } catch (InterruptedIOException late) {
            return new Answer.None("No answer within " + terms.timeout().toSeconds() + " seconds.");
        } catch (IOException broken) {
            return new Answer.None("The connection failed.");
        }
    }

    @Override
    public void destroy() throws IOException {
        http.close();
    }
}
