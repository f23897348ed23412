package org.kaiyuan.services;

/** How a decision reached the enterprise. */
public enum DeliveryWay {
    /** Fetched in the portal. */
    PORTAL,
    IN_PERSON,
    POST,
    /** 留置. */
    LEFT,
    /** 公告. */
    NOTICE
}
