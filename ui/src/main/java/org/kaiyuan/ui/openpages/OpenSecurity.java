package org.kaiyuan.ui.openpages;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The chain of what everybody may read: nobody is signed in there, so there is nothing to forge, to remember or to take over. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OpenPagesSettings.class)
class OpenSecurity {
    private static final String CONTENT =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @Order(50)
    SecurityFilterChain openPages(HttpSecurity http) throws Exception {
        return http.securityMatcher("/z/**")
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(HttpMethod.GET, "/z/**")
                                .permitAll()
                                .requestMatchers(HttpMethod.HEAD, "/z/**")
                                .permitAll()
                                // receipt and code go in the body, so that no log has them
                                .requestMatchers(HttpMethod.POST, "/z/*/progress")
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(
                                        (request, response, fault) -> onlyRead(response))
                                .accessDeniedHandler(
                                        (request, response, fault) -> onlyRead(response)))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .csrf(csrf -> csrf.disable())
                .headers(headers ->
                        headers.cacheControl(cache -> cache.disable()) // said page by page
                                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                                .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
                                .frameOptions(f -> f.deny())
                                .permissionsPolicyHeader(p ->
                                        p.policy(
                                                "camera=(), microphone=(), geolocation=(), payment=()")))
                .build();
    }

    private static void onlyRead(HttpServletResponse response) {
        response.setHeader(HttpHeaders.ALLOW, "GET, HEAD");
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
}
