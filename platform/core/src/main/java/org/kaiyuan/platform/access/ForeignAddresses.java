package org.kaiyuan.platform.access;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;

/**
 * Where a zone may let this server go to ask a sign-in provider: to public addresses by https, and to the
 * hosts that the operator of the installation names in {@code kaiyuan.sign-in.private-hosts}.
 *
 * <p>Looked at before every request, not only when the address is entered: a name may lead elsewhere by
 * then, and a provider names further addresses itself. Java resolves a name for the connection from the
 * cache that the check has just filled (30 s). No redirect is followed.
 */
@Component
class ForeignAddresses implements ClientHttpRequestInterceptor {
    private static final int MOST_BYTES = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Set<String> privateHosts;

    ForeignAddresses(@Value("${kaiyuan.sign-in.private-hosts:}") Set<String> privateHosts) {
        this.privateHosts = privateHosts;
    }

    /** @throws AccountRefused when this server does not go there */
    void check(URI address) {
        var host = address.getHost();
        var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (host == null || address.getRawUserInfo() != null) {
            throw new AccountRefused("access.refusal.sso.address", address);
        }
        var bare = host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
        if (privateHosts.contains(bare) && Set.of("http", "https").contains(scheme)) {
            return;
        }
        if (!scheme.equals("https")) {
            throw new AccountRefused("access.refusal.sso.https", address);
        }
        try {
            for (var resolved : InetAddress.getAllByName(bare)) {
                if (!isPublic(resolved)) {
                    throw new AccountRefused("access.refusal.sso.private", host);
                }
            }
        } catch (UnknownHostException e) {
            throw new AccountRefused("access.refusal.sso.unknownHost", host);
        }
    }

    /** Connections that go nowhere else, read no more than 1 MB and wait no longer than 5 s. */
    static ClientHttpRequestFactory connections() {
        var connections =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder()
                                .followRedirects(HttpClient.Redirect.NEVER)
                                .connectTimeout(PATIENCE)
                                .build());
        connections.setReadTimeout(PATIENCE);
        return connections;
    }

    @Override
    public ClientHttpResponse intercept(
            HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        try {
            check(request.getURI());
        } catch (AccountRefused refused) {
            throw new IOException(refused);
        }
        return new Bounded(execution.execute(request, body));
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (address instanceof Inet4Address) {
            return first != 0
                    && first < 240
                    && !(first == 100 && (second & 0xc0) == 64) // RFC 6598, between carriers
                    && !(first == 192 && second == 0 && bytes[2] == 0)
                    && !(first == 198 && (second & 0xfe) == 18); // RFC 2544, benchmarks
        }
        boolean unique = (first & 0xfe) == 0xfc;
        boolean carriesIpv4 =
                first == 0x20 && second == 0x02 // 6to4
                        || first == 0x20
                                && second == 0x01
                                && bytes[2] == 0
                                && bytes[3] == 0 // Teredo
                        || first == 0 && second == 0x64 // NAT64
                        || first == 0 && second == 0;
        return !unique && !carriesIpv4;
    }

    /** An answer of which no more is read than a provider needs to say. */
    private record Bounded(ClientHttpResponse answer) implements ClientHttpResponse {
        @Override
        public HttpStatusCode getStatusCode() throws IOException {
            return answer.getStatusCode();
        }

        @Override
        public String getStatusText() throws IOException {
            return answer.getStatusText();
        }

        @Override
        public HttpHeaders getHeaders() {
            return answer.getHeaders();
        }

        @Override
        public void close() {
            answer.close();
        }

        @Override
        public InputStream getBody() throws IOException {
            return new FilterInputStream(answer.getBody()) {
                private int left = MOST_BYTES;

                @Override
                public int read() throws IOException {
                    int read = super.read();
                    return read < 0 ? read : taken(1, read);
                }

                @Override
                public int read(byte[] into, int from, int length) throws IOException {
                    int read = super.read(into, from, length);
                    return read < 0 ? read : taken(read, read);
                }

                private int taken(int bytes, int answered) throws IOException {
                    left -= bytes;
                    if (left < 0) {
                        throw new IOException("The answer is longer than a provider's can be");
                    }
                    return answered;
                }
            };
        }
    }
}
