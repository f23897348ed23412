package org.kaiyuan.ui.files;

import jakarta.servlet.http.HttpServletResponse;
import org.kaiyuan.platform.access.StandingAtEveryRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/**
 * The chain of what scripts of our pages send: the session of the page and its CSRF token, and a plain status for whoever has
 * neither; a script can do nothing with a login page.
 */
@Configuration(proxyBeanMethods = false)
class UploadSecurity {
    @Bean
    @Order(60)
    SecurityFilterChain uploads(HttpSecurity http, StandingAtEveryRequest standing)
            throws Exception {
        standing.addTo(http);
        return http.securityMatcher("/uploads", "/uploads/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(
                                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED))
                                .accessDeniedHandler((request, response, fault) ->
                                        response.setStatus(HttpServletResponse.SC_FORBIDDEN)))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .build();
    }
}
