package org.kaiyuan.services;

/** How a service is handled. */
public enum ServiceTrack {
    /** By a matter of the catalogue of powers (依法办理). */
    STATUTORY,
    /** The park's own, with acceptance and decision (政策申报, 证明 …). */
    PARK,
    /** The park's own, lighter: assigned and answered (诉求, 报修). */
    TICKET,
    /** 一件事: several services behind one form. */
    BUNDLE
}
