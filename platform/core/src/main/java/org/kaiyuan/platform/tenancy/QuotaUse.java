package org.kaiyuan.platform.tenancy;

/**
 * How much a tenant has.
 *
 * @param callsToday of its programs; at most some seconds old
 */
public record QuotaUse(long users, long records, long storageBytes, long callsToday) {}
