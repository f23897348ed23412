package org.kaiyuan.ui.shell;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kaiyuan.platform.access.ForeignSignIn;
import org.kaiyuan.platform.access.PasskeySignIn;
import org.kaiyuan.platform.access.StandingAtEveryRequest;
import org.kaiyuan.platform.access.ZoneStandsStill;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.RequestMatcherDelegatingAccessDeniedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The last security chain: pages, signed in to by our own form.
 *
 * <p>Vaadin's own configuration takes no CSRF token from the login form; ours does, so that nobody is
 * signed in to an account of somebody else's choosing. Vaadin guards what it sends itself.
 */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

    @Bean
    @Order(100)
    SecurityFilterChain pages(
            HttpSecurity http,
            RequestUtil vaadinRequests,
            StandingAtEveryRequest standing,
            ForeignSignIn foreign,
            PasskeySignIn passkeys)
            throws Exception {
        standing.addTo(http);
        http.authorizeHttpRequests(requests ->
                requests.requestMatchers("/kaiyuan.css", "/kaiyuan/**", "/aura/**", "/webjars/**")
                        .permitAll());
        http.headers(headers ->
                headers.referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(f -> f.sameOrigin())
                        .permissionsPolicyHeader(p ->
                                p.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                        .addObjectPostProcessor(writtenAtOnce()));
        http.csrf(csrf -> csrf.ignoringRequestMatchers(vaadinRequests::isFrameworkInternalRequest));
        http.exceptionHandling(refused -> refused.accessDeniedHandler(aFormThatWasOpenTooLong()));
        http.sessionManagement(session -> session.sessionFixation(f -> f.changeSessionId()));
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin ->
                        vaadin.loginView(LoginView.class, "/login")
                                .enableCsrfConfiguration(false)
                                .anyRequest(
                                        AuthorizedUrl
                                                ::authenticated)); // else NotFoundView is never
        // seen
        foreign.addTo(http);
        passkeys.addTo(http);
        http.formLogin(form ->
                form.failureHandler((request, response, fault) ->
                        response.sendRedirect(request.getContextPath() + gate(request, fault))));
        return http.build();
    }

    /** Where somebody who did not get in is led; why a zone stands still goes along in the session, not in the address. */
    private static String gate(HttpServletRequest request, AuthenticationException fault) {
        if (fault instanceof ZoneStandsStill still) {
            request.getSession(true).setAttribute(ZoneStandsStill.TOLD, still.why());
            return "/login?still";
        }
        return fault instanceof LockedException ? "/login?wait" : "/login?error";
    }

    /** Whose session ended before the form was sent is led back to it; any other refusal stays one. */
    private static AccessDeniedHandler aFormThatWasOpenTooLong() {
        var login = PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/login");
        return new RequestMatcherDelegatingAccessDeniedHandler(
                new LinkedHashMap<>(
                        Map.of(
                                login,
                                (request, response, fault) ->
                                        response.sendRedirect(
                                                request.getContextPath() + "/login?expired"))),
                new AccessDeniedHandlerImpl());
    }

    /** Vaadin's pages are forwarded to, and a forward ends the response before Spring would add its headers. */
    private static ObjectPostProcessor<HeaderWriterFilter> writtenAtOnce() {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends HeaderWriterFilter> F postProcess(F filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        };
    }
}
