/** What is read off trainings and matrices: results, relations, groups, audits. */
package org.taskaffinity.runtime.analysis;
