package org.kaiyuan.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.rest.ProblemWriting;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * A program gets no token at an address that it may not call from. Refused as OAuth 2 wants it (RFC 6749,
 * 5.2), with the sentence for a person beside it.
 */
class TokensFromAllowedAddresses extends OncePerRequestFilter {
    private final Messages messages;
    private final JsonMapper json;

    TokensFromAllowedAddresses(Messages messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var shown = SecurityContextHolder.getContext().getAuthentication();
        var client =
                shown instanceof OAuth2ClientAuthenticationToken token
                        ? token.getRegisteredClient()
                        : null;
        if (client != null) {
            List<String> networks = client.getClientSettings().getSetting(ApiClients.ADDRESSES);
            if (networks != null
                    && !ApiClientStanding.mayComeFrom(networks, request.getRemoteAddr())) {
                refuse(request, response);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        SecurityContextHolder.clearContext();
        var told = new LinkedHashMap<String, Object>();
        told.put("error", OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
        told.put("error_description", "The client may not come from " + request.getRemoteAddr());
        told.put(
                "detail",
                messages.text(
                        ProblemWriting.languageOf(request),
                        "access.refusal.client.address",
                        request.getRemoteAddr()));
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream().write(json.writeValueAsBytes(told));
    }
}
