package org.kaiyuan.leads;

/** Somebody of the zone who works on a lead. */
public record TeamMember(String username, String name) {}
