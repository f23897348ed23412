package org.kaiyuan.platform.rest;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** What controllers of every module may ask for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateLimitSettings.class)
class RestConfiguration implements WebMvcConfigurer {

    /** In packages that {@link RefusesNulls}: told as a bad request, by its place. */
    @Bean
    static JsonMapperBuilderCustomizer noNullsWhereNoneAreMeant() {
        return mapper -> mapper.annotationIntrospector(new NullsRefused());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ParameterRecords());
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new DeclaredPermissions()).addPathPatterns("/api/**");
        interceptors.addInterceptor(new NeverKeptIsTold());
    }

    /** Tells {@link IdempotentPosts}, which does not know who will answer. */
    private static final class NeverKeptIsTold implements HandlerInterceptor {
        @Override
        public boolean preHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (handler instanceof HandlerMethod method
                    && method.hasMethodAnnotation(NeverKept.class)) {
                request.setAttribute(IdempotentPosts.NEVER_KEPT, true);
            }
            return true;
        }
    }

    /** Jackson takes null for what is required, as long as it is named, and in every list. */
    private static final class NullsRefused extends JacksonAnnotationIntrospector {
        @Override
        public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated given) {
            if (!(given instanceof AnnotatedMember member)
                    || !member.getDeclaringClass()
                            .getPackage()
                            .isAnnotationPresent(RefusesNulls.class)) {
                return super.findSetterInfo(config, given);
            }
            boolean required = Boolean.TRUE.equals(hasRequiredMarker(config, member));
            boolean list = Collection.class.isAssignableFrom(member.getRawType());
            return JsonSetter.Value.construct(
                    required ? Nulls.FAIL : Nulls.DEFAULT, list ? Nulls.FAIL : Nulls.DEFAULT);
        }
    }
}
