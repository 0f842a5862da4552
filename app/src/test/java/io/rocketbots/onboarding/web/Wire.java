package io.rocketbots.onboarding.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Speaks HTTP to a server byte by byte, as the proxy before it would and as no decent client would. */
public final class Wire {

    private static final int PATIENCE_MS = 20_000;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private final int port;
    private final Map<String, String> headers;

    private Wire(int port, Map<String, String> headers) {
        this.port = port;
        this.headers = headers;
    }

    /** To a server on this machine; requests seem to come by TLS for {@code localhost}, from a network of its own. */
    public static Wire to(int port, String network) {
        return new Wire(
                port,
                Map.of(
                        "Host",
                        "localhost",
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-For",
                        network,
                        "Accept",
                        "text/html"));
    }

    /** The same with that header, or without it when the value is empty. */
    public Wire with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Wire(port, more);
    }

    /** What was answered. */
    public record Answer(int status, List<String> head, String body) {

        /** The value of the first such header; empty when there is none. */
        public Optional<String> header(String name) {
            return headers(name).stream().findFirst();
        }

        public List<String> headers(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return head.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .toList();
        }

        /** Name and value of the cookie whose name begins so, to be sent back; empty when none was set. */
        public Optional<String> cookie(String name) {
            return headers("Set-Cookie").stream()
                    .filter(cookie -> cookie.startsWith(name))
                    .map(cookie -> cookie.split(";", 2)[0])
                    .findFirst();
        }
    }

    public Answer get(String path) {
        return send("GET", path);
    }

    /** Signs in as a browser does that is at the sign-in page; with the cookies that it has beside. */
    public Answer signIn(String email, String password, String cookies) {
        Answer page = get("/sign-in");
        Matcher token = CSRF.matcher(page.body());
        assertThat(token.find()).isTrue();
        return with("Cookie", page.cookie("__Host-csrf").orElseThrow() + (cookies.isEmpty() ? "" : "; " + cookies))
                .form(
                        "/sign-in",
                        "_csrf=" + token.group(1) + "&email=" + email + "&password=" + password.replace(' ', '+'));
    }

    public Answer form(String path, String content) {
        byte[] body = content.getBytes(StandardCharsets.UTF_8);
        return with("Content-Type", "application/x-www-form-urlencoded")
                .with("Content-Length", Integer.toString(body.length))
                .send("POST", path, out -> out.write(body));
    }

    /** Without a body. */
    public Answer send(String method, String path) {
        return send(method, path, out -> {});
    }

    /** Writes a body, of which the headers say what they like. */
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Sends what the server lets it send, and reads the answer. */
    public Answer send(String method, String path, Body body) {
        try (Socket socket = connect(method, path)) {
            try {
                body.writeTo(socket.getOutputStream());
                socket.getOutputStream().flush();
            } catch (IOException refused) {
                // The answer may be there nevertheless.
            }
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the head of a request and leaves it at that. */
    public Socket connect(String method, String path) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MS);
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                head.append(name).append(": ").append(value).append("\r\n");
            }
        });
        socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    private static Answer read(InputStream from) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            new BufferedInputStream(from).transferTo(all);
        } catch (IOException reset) {
            // The server has said what it had to say.
        }
        String[] parts = all.toString(StandardCharsets.UTF_8).split("\r\n\r\n", 2);
        List<String> head = List.of(parts[0].split("\r\n"));
        String status = head.getFirst();
        return new Answer(
                status.startsWith("HTTP/1.1 ") ? Integer.parseInt(status.substring(9, 12)) : 0,
                head,
                parts.length < 2 ? "" : parts[1]);
    }
}
