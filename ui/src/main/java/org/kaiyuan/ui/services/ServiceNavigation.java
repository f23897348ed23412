package org.kaiyuan.ui.services;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.ServiceId;

/** The ways to the pages of the catalogue of services. */
public final class ServiceNavigation {
    public static final String CATALOGUE = "services/catalogue";
    static final String NEW = CATALOGUE + "/new";

    private ServiceNavigation() {}

    public static String service(ServiceId service) {
        return CATALOGUE + "/" + service;
    }

    static String edit(ServiceId service) {
        return service(service) + "/edit";
    }

    /** For a link: where what is meant is written. */
    static String edit(ServiceId service, @Nullable String tab) {
        return tab == null ? edit(service) : edit(service) + "?tab=" + tab;
    }
}
