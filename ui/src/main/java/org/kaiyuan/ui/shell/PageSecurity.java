package org.kaiyuan.ui.shell;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The last security chain: pages, signed in to by our own form. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

    @Bean
    @Order(100)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(requests ->
                requests.requestMatchers("/kaiyuan.css", "/kaiyuan/**", "/aura/**", "/webjars/**")
                        .permitAll());
        http.headers(headers ->
                headers.referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(f -> f.sameOrigin())
                        .permissionsPolicyHeader(p ->
                                p.policy("camera=(), microphone=(), geolocation=(), payment=()")));
        http.sessionManagement(session -> session.sessionFixation(f -> f.changeSessionId()));
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.loginView(LoginView.class, "/login"));
        return http.build();
    }
}
