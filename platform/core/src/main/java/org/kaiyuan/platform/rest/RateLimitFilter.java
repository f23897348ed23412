package org.kaiyuan.platform.rest;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts requests by the address that they come from, before anything is done for them; most strictly those
 * that let somebody guess a password or a secret, then those that are open to everybody. What a program calls is counted
 * where it is known who it is.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RateLimitFilter extends OncePerRequestFilter {
    /** An IPv6 subscriber has at least a /64 (RFC 6177), and could come from another address each time. */
    private static final int IPV6_SUBSCRIBER = 8;

    // as Spring Security matches them: decoded, so that an encoded letter passes no limit by
    private static final RequestMatcher SIGN_IN = pathPattern(HttpMethod.POST, "/login");
    private static final RequestMatcher PASSKEY = pathPattern(HttpMethod.POST, "/login/webauthn");
    private static final RequestMatcher TOKEN = pathPattern(HttpMethod.POST, "/oauth2/token");
    private static final RequestMatcher OPEN = pathPattern("/z/**");

    private final RateLimits limits;

    RateLimitFilter(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var from = subscriber(request.getRemoteAddr());
        if (limits.refuses(RateLimits.Of.ADDRESS, from, request, response)
                || (SIGN_IN.matches(request) || PASSKEY.matches(request))
                        && limits.refuses(RateLimits.Of.SIGN_IN, from, request, response)
                || TOKEN.matches(request)
                        && limits.refuses(RateLimits.Of.TOKEN, from, request, response)
                || OPEN.matches(request)
                        && limits.refuses(RateLimits.Of.OPEN, from, request, response)) {
            return;
        }
        chain.doFilter(request, response);
    }

    static String subscriber(String address) throws IOException {
        if (!address.contains(":")) {
            return address;
        }
        int zone = address.indexOf('%');
        var bytes =
                InetAddress.getByName(zone < 0 ? address : address.substring(0, zone)).getAddress();
        return HexFormat.of()
                .formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, IPV6_SUBSCRIBER)));
    }
}
