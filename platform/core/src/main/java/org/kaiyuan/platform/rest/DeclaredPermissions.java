package org.kaiyuan.platform.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * An endpoint declares what it takes as a view does, by {@link RolesAllowed}; one that takes nothing but a
 * token by {@link jakarta.annotation.security.PermitAll}. It is asked before anything of the request is read,
 * so that nobody learns from a refusal of the body what they may not do; the use case asks again.
 *
 * <p>An endpoint that calls several use cases names all their permissions, and all are wanted: nothing is
 * done halfway. That it names just these, and that every endpoint declares something, is tested (MatrixTest).
 */
class DeclaredPermissions implements HandlerInterceptor {
    private static final String PREFIX = "ROLE_";

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            var declared = declaredBy(method);
            if (declared != null && !held().containsAll(Set.of(declared.value()))) {
                throw new AccessDeniedException("Declared at the endpoint");
            }
        }
        return true;
    }

    private static @Nullable RolesAllowed declaredBy(HandlerMethod method) {
        var ofMethod = method.getMethodAnnotation(RolesAllowed.class);
        return ofMethod != null
                ? ofMethod
                : AnnotatedElementUtils.findMergedAnnotation(
                        method.getBeanType(), RolesAllowed.class);
    }

    private static Set<String> held() {
        var someone = SecurityContextHolder.getContext().getAuthentication();
        return someone == null
                ? Set.of()
                : someone.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .filter(authority -> authority != null && authority.startsWith(PREFIX))
                        .map(authority -> String.valueOf(authority).substring(PREFIX.length()))
                        .collect(Collectors.toSet());
    }
}
