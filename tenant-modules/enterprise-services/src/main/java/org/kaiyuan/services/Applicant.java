package org.kaiyuan.services;

/** Who hands in and is asked back. */
public record Applicant(String name, String phone) {}
