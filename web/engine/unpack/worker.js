// Reads workbooks: a program of its own, which few pages ever need.

import { answerCalls } from '../answering.js';
import { sheetsOf } from './workbook.js';

answerCalls({ sheets: (/** @type {{file: File}} */ { file }) => sheetsOf(file) });
