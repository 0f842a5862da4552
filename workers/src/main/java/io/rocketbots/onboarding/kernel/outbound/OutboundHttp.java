package io.rocketbots.onboarding.kernel.outbound;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Calls addresses that strangers named: only those that they may make us call, for no longer than a deadline, following no
 * redirect and reading no more than asked for.
 */
public final class OutboundHttp implements AutoCloseable {

    /** Without bounds, one header line that never ends would fill the memory before any deadline. */
    private static final Http1Config HEADERS = Http1Config.custom()
            .setMaxLineLength(8 * 1024)
            .setMaxHeaderCount(100)
            .setMaxEmptyLineCount(10)
            .build();

    private final Duration timeout;
    private final AllowedAddresses addresses;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines;

    /**
     * Calls nobody yet.
     *
     * @param name how we introduce ourselves
     * @param timeout how long one call may take from first to last byte
     * @param atOnce how many calls are made at a time
     * @param allowed which addresses may be called
     */
    public OutboundHttp(String name, Duration timeout, int atOnce, Predicate<InetAddress> allowed) {
        this.timeout = timeout;
        this.addresses = new AllowedAddresses(allowed);
        this.deadlines = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name + "-deadline").factory());
        Timeout each = Timeout.of(timeout);
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(HEADERS)
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(each)
                                .setSocketTimeout(each)
                                .build())
                        .setMaxConnTotal(atOnce)
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(each).build())
                // A connection that is kept open would be used again without asking where the name points.
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent(name + "/1.0")
                .build();
    }

    /**
     * What was answered.
     *
     * @param location where it leads, when it is a redirect
     * @param text the beginning of the body
     */
    public record Answer(int status, @Nullable String location, String text) {}

    /**
     * Calls whatever address the name in the request has now.
     *
     * @param mostBytes how much of the answer is read; 0 when its status alone counts
     * @throws NotAllowed when that is no address to be called
     * @throws InterruptedIOException when there was no answer in time
     */
    public Answer call(HttpUriRequestBase request, int mostBytes) throws IOException {
        return call(null, request, mostBytes);
    }

    /**
     * The same at that very address, by the name in the request.
     *
     * @throws NotAllowed when that is no address to be called
     * @throws InterruptedIOException when there was no answer in time
     */
    public Answer callAt(InetAddress address, HttpUriRequestBase request, int mostBytes) throws IOException {
        HttpHost host = new HttpHost(
                request.getScheme(),
                addresses.checked(address),
                request.getAuthority().getHostName(),
                request.getAuthority().getPort());
        return call(host, request, mostBytes);
    }

    private Answer call(@Nullable HttpHost host, HttpUriRequestBase request, int mostBytes) throws IOException {
        // Timeouts of sockets begin anew with every byte; whoever drips must not hold us either.
        ScheduledFuture<?> deadline = deadlines.schedule(request::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return read(client.executeOpen(host, request, null), mostBytes);
        } catch (IOException | IllegalStateException broken) {
            // The client notices in many ways that the deadline took its connection away.
            if (request.isCancelled() && !(broken instanceof InterruptedIOException)) {
                throw (InterruptedIOException) new InterruptedIOException("The time was over.").initCause(broken);
            }
            throw broken;
        } finally {
            deadline.cancel(false);
            // Ends the connection at once, while closing the answer would first read it to its end.
            request.cancel();
        }
    }

    private static Answer read(ClassicHttpResponse response, int mostBytes) throws IOException {
        Header location = response.getFirstHeader("Location");
        HttpEntity entity = response.getEntity();
        String text = mostBytes == 0 || entity == null
                ? ""
                : new String(entity.getContent().readNBytes(mostBytes), StandardCharsets.UTF_8);
        return new Answer(response.getCode(), location == null ? null : location.getValue(), text);
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }
}
